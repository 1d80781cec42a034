/** The reverse DNS test of an address (RFC 8601, section 2.7.3). */
@NullMarked
package dev.mailcheck.iprev;

import org.jspecify.annotations.NullMarked;
