/**
 * DKIM (RFC 6376, RFC 8301, RFC 8463, RFC 8616): tag lists, the keys in the DNS, and the signatures
 * on a mail. ARC signs in the same way and verifies by the same classes.
 */
@NullMarked
package dev.mailcheck.dkim;

import org.jspecify.annotations.NullMarked;
