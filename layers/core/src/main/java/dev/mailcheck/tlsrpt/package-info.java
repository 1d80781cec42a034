/** TLS reporting (RFC 8460). */
@NullMarked
package dev.mailcheck.tlsrpt;

import org.jspecify.annotations.NullMarked;
