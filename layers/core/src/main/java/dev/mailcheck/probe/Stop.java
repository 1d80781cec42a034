package dev.mailcheck.probe;

import dev.mailcheck.dns.Domain;

import java.util.Optional;

/**
 * One address of one mail host on a round.
 *
 * @param mailboxes the domain whose mailboxes are asked for there; none: asks for no mailbox
 */
record Stop(MailServer server, Optional<Domain> mailboxes) {}
