/** The network: the egress guard, deadlines, connections. No other package opens a socket. */
@NullMarked
package dev.mailcheck.net;

import org.jspecify.annotations.NullMarked;
