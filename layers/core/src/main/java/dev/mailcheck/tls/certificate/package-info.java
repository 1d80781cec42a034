/** What a server's certificate says, and the rules it is held to, one class each. */
@NullMarked
package dev.mailcheck.tls.certificate;

import org.jspecify.annotations.NullMarked;
