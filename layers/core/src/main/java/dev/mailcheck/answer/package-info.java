/**
 * A mail that was sent to us: how it arrived, whether it may be answered by mail (RFC 3834), and
 * the answer. It knows neither a server nor a cloud.
 */
@NullMarked
package dev.mailcheck.answer;

import org.jspecify.annotations.NullMarked;
