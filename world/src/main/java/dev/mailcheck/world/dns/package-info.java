/**
 * The test world's DNS: zones signed on demand, authoritative servers and a resolver on loopback.
 */
@NullMarked
package dev.mailcheck.world.dns;

import org.jspecify.annotations.NullMarked;
