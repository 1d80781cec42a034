package dev.mailcheck.cli;

import dev.mailcheck.dns.TrustAnchorSet;
import dev.mailcheck.dns.WhatIf;
import dev.mailcheck.dns.ZoneDns;
import dev.mailcheck.dnsbl.ListKeys;
import dev.mailcheck.grade.Grade;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.render.Format;
import dev.mailcheck.report.Language;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the options ask for, read and checked: nothing here can fail any more.
 *
 * @param authorities certificates in DER, trusted besides the JDK's
 * @param at the time to judge by; empty: when the check starts
 * @param timeout the deadline of the whole check
 */
record Settings(
        Output output,
        CheckOptions options,
        DnsSource dns,
        List<byte[]> authorities,
        Optional<Instant> at,
        Duration timeout,
        Optional<Path> record,
        Optional<String> replay,
        Optional<Grade> failOn) {

    /** The same settings with other options of the check. */
    Settings with(CheckOptions others) {
        return new Settings(output, others, dns, authorities, at, timeout, record, replay, failOn);
    }

    /**
     * How the report is shown.
     *
     * @param file empty: standard output
     */
    record Output(
            Format format,
            Optional<Path> file,
            Language language,
            boolean verbose,
            boolean quiet) {}

    /**
     * Where DNS answers come from.
     *
     * @param resolvers empty: the system's
     * @param trustAnchor the root's keys; empty: IANA's
     * @param zone a file that stands in for the network
     * @param with records as if published
     * @param keys for lists that are asked with a key
     */
    record DnsSource(
            List<InetSocketAddress> resolvers,
            Optional<TrustAnchorSet> trustAnchor,
            Optional<ZoneDns> zone,
            List<WhatIf> with,
            ListKeys keys) {}
}
