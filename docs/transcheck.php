<?php
/* Plugin Name: transcheck. Keeps a post a draft while its editions contradict one another. */

const TRANSCHECK_URL = 'http://127.0.0.1:8400/api/check'; // where `transcheck serve` runs
const TRANSCHECK_TOKEN = ''; // what --token-file holds, if anything

/** The editions of a post by language, from WPML or Polylang. */
function transcheck_editions( $id ) {
	$posts = function_exists( 'pll_get_post_translations' ) ? pll_get_post_translations( $id ) : array();
	foreach ( $posts ? array() : apply_filters( 'wpml_active_languages', array() ) as $language ) {
		$posts[ $language['code'] ] = apply_filters( 'wpml_object_id', $id, 'post', false, $language['code'] );
	}
	$editions = array();
	foreach ( array_filter( $posts ) as $language => $post ) {
		$text = apply_filters( 'the_content', get_post_field( 'post_content', $post ) );
		$editions[ $language ] = array( 'title' => get_post_field( 'post_title', $post ), 'text' => $text, 'format' => 'html fragment' );
	}
	return array_intersect_key( $editions, array_flip( array( 'uk', 'ua', 'en', 'ru' ) ) );
}

add_action( 'publish_post', function ( $id ) {
	$editions = transcheck_editions( $id );
	if ( count( $editions ) < 2 ) return;
	$answer = wp_remote_post( TRANSCHECK_URL, array(
		'timeout' => 20,
		'headers' => array( 'Content-Type' => 'application/json', 'Authorization' => 'Bearer ' . TRANSCHECK_TOKEN ),
		'body'    => wp_json_encode( array( 'article' => "post-$id", 'editions' => $editions ) ),
	) );
	$report = json_decode( wp_remote_retrieve_body( $answer ), true );
	if ( empty( $report['summary']['findings']['error'] ) ) return; // also where nobody answers
	wp_update_post( array( 'ID' => $id, 'post_status' => 'draft' ) );
	set_transient( "transcheck_$id", wp_list_pluck( $report['articles'][0]['findings'], 'message' ), DAY_IN_SECONDS );
} );
add_action( 'admin_notices', function () {
	foreach ( get_transient( 'transcheck_' . get_the_ID() ) ?: array() as $message ) echo '<div class="notice notice-error"><p>' . esc_html( $message ) . '</p></div>';
} );
