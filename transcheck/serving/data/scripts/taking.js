// taking
