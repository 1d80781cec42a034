package dev.mailcheck.run;

import dev.mailcheck.dkim.SignatureCrypto;
import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.ResolverSettings;
import dev.mailcheck.dns.WhatIf;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.ReceivedMail;
import dev.mailcheck.probe.ReportKind;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.probe.Target;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * Analyses received mails from one place, be it for a command or for a service.
 *
 * @param with records as if published
 * @param budget until the deadline of each analysis
 * @param full whether the author's domain is checked too, where a mail has one
 */
public record MailAnalysis(
        Surroundings surroundings,
        SharedDoors shared,
        SignatureCrypto crypto,
        List<WhatIf> with,
        Duration budget,
        boolean full) {
    public MailAnalysis {
        with = List.copyOf(with);
    }

    /**
     * Looks at one mail.
     *
     * @param zone that answers for the DNS; empty: the network
     * @param executor runs the probes; it stays open
     */
    public Seen observe(
            ReceivedMail mail,
            CheckOptions options,
            Optional<? extends Dns> zone,
            Instant at,
            ExecutorService executor,
            Progress progress) {
        ReportKind kind =
                full && mail.authorDomain().isPresent() ? ReportKind.FULL : ReportKind.MAIL;
        try (LiveDoors live = doors(kind, zone, executor)) {
            CheckOptions named =
                    kind.hasDomain()
                            ? EhloName.in(options, surroundings, live.doors().dns())
                            : options;
            return CheckRunner.observe(
                    new Target(kind, mail.authorDomain(), named.withSelectors(mail.selectors())),
                    mail,
                    crypto,
                    live.doors(),
                    at,
                    progress);
        }
    }

    /**
     * Looks at who is behind a mail, and at nothing else: SPF, DKIM and DMARC, as a receiver does
     * before it takes a mail.
     */
    public Observations authenticate(
            ReceivedMail mail,
            CheckOptions options,
            Optional<? extends Dns> zone,
            Instant at,
            ExecutorService executor) {
        try (LiveDoors live = doors(ReportKind.MAIL, zone, executor)) {
            Target target = new Target(ReportKind.MAIL, mail.authorDomain(), options);
            return CheckRunner.authenticate(target, mail, crypto, live.doors(), at);
        }
    }

    private LiveDoors doors(
            ReportKind kind, Optional<? extends Dns> zone, ExecutorService executor) {
        return LiveDoors.open(
                shared,
                surroundings,
                zone,
                with,
                budget,
                executor,
                kind.hasDomain() ? 2 * ResolverSettings.QUOTA : ResolverSettings.QUOTA);
    }
}
