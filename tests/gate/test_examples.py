"""The examples for CI services: valid by their schemas, and what they run does what it says."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from junitparser import JUnitXml

from tests.repositories import Repository

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "fixtures/ci"
README = (ROOT / "README.md").read_text(encoding="utf-8")
SCHEMAS = {"github.yml": "vendor.github-workflows", "gitlab.yml": "vendor.gitlab-ci"}
COURT = "stories/court/en.txt"


def example(name: str) -> Any:
    # YAML 1.1 takes the key `on` for true, as nobody who writes workflows means it.
    text = (FOLDER / name).read_text(encoding="utf-8").replace("\non:", "\n'on':")
    return yaml.safe_load(text)


@pytest.fixture
def branch(newsroom: Repository, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Return a branch that a pull request is made of: it changes an age, and adds a paragraph."""
    newsroom.git("update-ref", "refs/remotes/origin/main", "main")
    newsroom.git("checkout", "--quiet", "-b", "story")
    text = Path(COURT).read_text(encoding="utf-8")
    newsroom.write(COURT, text=text.replace("52-year-old", "57-year-old"))
    newsroom.commit("an error")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    monkeypatch.setenv("PATH", path)
    return newsroom


def shell(script: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run lines as the services do; the environment has transcheck already."""
    assert "pip install" not in script
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script],
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("name", SCHEMAS)
def test_an_example_is_valid(name: str) -> None:
    options = ["--builtin-schema", SCHEMAS[name], str(FOLDER / name)]
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", *options],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_the_pre_commit_example_is_valid_and_names_our_hook() -> None:
    path = FOLDER / "pre-commit.yml"
    command = [sys.executable, "-m", "pre_commit", "validate-config", str(path)]
    subprocess.run(command, check=True, capture_output=True)
    (repository,) = example(path.name)["repos"]
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {hook["id"] for hook in repository["hooks"]} <= {hook["id"] for hook in hooks}


def test_the_examples_in_the_readme_are_these() -> None:
    shown = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    files = {path.read_text(encoding="utf-8") for path in FOLDER.glob("*.yml")}
    assert [text for text in shown if text not in files] == []


def test_the_github_workflow_annotates_summarises_and_uploads(
    branch: Repository, tmp_path: Path
) -> None:
    workflow = example("github.yml")
    steps = workflow["jobs"]["transcheck"]["steps"]
    assert steps[0]["with"]["fetch-depth"] == 0, "without history nobody knows what changed"
    (gate,) = (step["run"] for step in steps if "transcheck gate" in step.get("run", ""))
    summary = tmp_path / "summary.md"
    summary.touch()
    done = shell(gate, GITHUB_BASE_REF="main", GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 1, done.stderr
    assert re.search(rf"^::error .*file={COURT},line=\d+", done.stdout, re.MULTILINE)
    assert "1 of 3 articles changed since origin/main" in done.stderr
    assert "NUM001" in summary.read_text(encoding="utf-8")
    uploaded = branch.folder / steps[-1]["with"]["sarif_file"]
    (run,) = json.loads(uploaded.read_bytes())["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["NUM001"]
    assert workflow["permissions"]["security-events"] == "write"


def test_the_github_workflow_passes_where_no_article_changed(
    branch: Repository, tmp_path: Path
) -> None:
    branch.git("reset", "--quiet", "--hard", "main")
    branch.write("README.md")
    branch.commit()
    steps = example("github.yml")["jobs"]["transcheck"]["steps"]
    (gate,) = (step["run"] for step in steps if "transcheck gate" in step.get("run", ""))
    summary = tmp_path / "summary.md"
    done = shell(gate, GITHUB_BASE_REF="main", GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 0, done.stderr
    assert "Passed" in summary.read_text(encoding="utf-8")


def test_the_gitlab_job_gives_its_reports(branch: Repository) -> None:
    job = example("gitlab.yml")["transcheck"]
    assert str(job["variables"]["GIT_DEPTH"]) == "0", "without history nobody knows what changed"
    assert job["artifacts"]["when"] == "always", "a gate that fails has reports, too"
    install, gate = job["script"]
    assert install == "pip install git+https://github.com/OWNER/transcheck"
    base = branch.git("merge-base", "main", "HEAD").strip()
    done = shell(gate, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert done.returncode == 1, done.stderr
    assert "57-year-old" in done.stdout
    reports = job["artifacts"]["reports"]
    suites = JUnitXml.fromfile(str(branch.folder / reports["junit"]))
    assert [suite.failures for suite in suites] == [1]
    (issue,) = json.loads((branch.folder / reports["codequality"]).read_bytes())
    assert issue["location"]["path"] == COURT
