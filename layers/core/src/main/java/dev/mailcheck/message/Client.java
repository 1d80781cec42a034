package dev.mailcheck.message;

import java.util.Optional;

/**
 * What a Received field tells about the client of its hop.
 *
 * @param ip canonical
 * @param helo what the client called itself, without the brackets of an address literal
 * @param rdns the name that the program found for the address
 */
record Client(Optional<String> ip, Optional<String> helo, Optional<String> rdns) {}
