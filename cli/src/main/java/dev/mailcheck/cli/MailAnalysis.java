package dev.mailcheck.cli;

import dev.mailcheck.dkim.SignatureCrypto;
import dev.mailcheck.dns.ResolverSettings;
import dev.mailcheck.dns.ZoneDns;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.ReceivedMail;
import dev.mailcheck.probe.ReportKind;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.probe.Target;
import dev.mailcheck.run.CheckRunner;
import dev.mailcheck.run.LiveDoors;
import dev.mailcheck.run.Progress;
import dev.mailcheck.run.SharedDoors;
import dev.mailcheck.run.Surroundings;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * Analyses received mails from one place.
 *
 * @param full whether the author's domain is checked too, where a mail has one
 */
record MailAnalysis(
        Settings settings,
        Surroundings surroundings,
        SharedDoors shared,
        SignatureCrypto crypto,
        boolean full) {

    /**
     * Looks at one mail.
     *
     * @param zone that answers for the DNS; empty: the network
     * @param executor runs the probes; it stays open
     */
    Seen observe(
            ReceivedMail mail,
            CheckOptions options,
            Optional<ZoneDns> zone,
            Instant at,
            ExecutorService executor,
            Progress progress) {
        ReportKind kind =
                full && mail.authorDomain().isPresent() ? ReportKind.FULL : ReportKind.MAIL;
        try (LiveDoors live =
                LiveDoors.open(
                        shared,
                        surroundings,
                        zone,
                        settings.dns().with(),
                        settings.timeout(),
                        executor,
                        kind.hasDomain() ? 2 * ResolverSettings.QUOTA : ResolverSettings.QUOTA)) {
            CheckOptions named =
                    kind.hasDomain()
                            ? OurName.in(options, surroundings, live.doors().dns())
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
}
