/** TLS as a mail sender speaks it: handshakes by Bouncy Castle, and what certificates say. */
@NullMarked
package dev.mailcheck.tls;

import org.jspecify.annotations.NullMarked;
