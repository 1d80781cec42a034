/**
 * What DNSSEC's own records say: keys, delegations, algorithms (RFC 4034). No network, no clock.
 */
@NullMarked
package dev.mailcheck.dnssec;

import org.jspecify.annotations.NullMarked;
