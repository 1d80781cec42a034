/**
 * The HTTP interface and its pages: from a plain request to a plain answer (contract, section 4).
 * It knows neither a server nor Lambda; each of them turns its own form of a request into ours.
 */
@NullMarked
package dev.mailcheck.http;

import org.jspecify.annotations.NullMarked;
