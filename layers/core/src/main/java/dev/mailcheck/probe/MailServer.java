package dev.mailcheck.probe;

import dev.mailcheck.net.IpLiteral;

import java.util.Optional;

/**
 * Where a session goes.
 *
 * @param host name of the mail host; its address where it has no name
 */
record MailServer(String host, String address, int port) {

    /** What to put into the SNI extension, which takes names only (RFC 6066, section 3). */
    Optional<String> serverName() {
        return Optional.of(host).filter(name -> IpLiteral.parse(name).isEmpty());
    }
}
