/** Loopback sockets and daemon threads for the servers of the test world. */
@NullMarked
package dev.mailcheck.world.net;

import org.jspecify.annotations.NullMarked;
