/** DKIM (RFC 6376, RFC 8301, RFC 8463): tag lists and the keys in the DNS. */
@NullMarked
package dev.mailcheck.dkim;

import org.jspecify.annotations.NullMarked;
