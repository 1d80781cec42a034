/** One page over HTTPS, from one address, within bounds (RFC 9110, RFC 9112). */
@NullMarked
package dev.mailcheck.https;

import org.jspecify.annotations.NullMarked;
