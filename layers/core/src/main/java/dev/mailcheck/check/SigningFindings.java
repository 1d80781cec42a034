package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DNSSEC_ALGORITHM_OLD;
import static dev.mailcheck.check.FindingCode.DNSSEC_DS_DIGEST_OLD;
import static dev.mailcheck.check.FindingCode.DNSSEC_NSEC3_ITERATIONS;
import static dev.mailcheck.check.FindingCode.DNSSEC_SIGNATURES_END_SOON;

import dev.mailcheck.dns.Security;
import dev.mailcheck.dns.Security.State;
import dev.mailcheck.dnssec.Algorithms;
import dev.mailcheck.dnssec.DelegationSigner;
import dev.mailcheck.dnssec.Nsec3Parameters;
import dev.mailcheck.dnssec.ZoneKey;
import dev.mailcheck.probe.DnssecObservation;
import dev.mailcheck.probe.SignedZone;
import dev.mailcheck.probe.ValidatedName;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a zone whose signatures hold is signed: what is out of date, or will break soon. */
final class SigningFindings {
    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final Duration SOON = Duration.ofDays(3);

    private SigningFindings() {}

    static List<Finding> of(DnssecObservation seen, Instant at) {
        List<Finding> findings = new ArrayList<>();
        seen.zones().stream()
                .filter(SignedZone::ofDomain)
                .filter(zone -> zone.keysSecurity().state() == State.SECURE)
                .forEach(zone ->
                        Stream.of(algorithm(zone), digest(zone), iterations(zone))
                                .flatMap(Optional::stream)
                                .forEach(findings::add));
        endsSoon(seen, at).ifPresent(findings::add);
        return findings;
    }

    private static Optional<Finding> algorithm(SignedZone zone) {
        List<String> old =
                zone.keys().data().stream()
                        .flatMap(data -> ZoneKey.parse(data).stream())
                        .map(ZoneKey::algorithm)
                        .distinct()
                        .filter(Algorithms::isDeprecated)
                        .map(Algorithms::name)
                        .toList();
        return old.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Finding.of(
                                DNSSEC_ALGORITHM_OLD,
                                zone.zone().text(),
                                "algorithm",
                                String.join(", ", old)));
    }

    /** An old digest beside a new one does no harm: validators take the new one. */
    private static Optional<Finding> digest(SignedZone zone) {
        List<DelegationSigner> all =
                zone.ds().data().stream()
                        .flatMap(data -> DelegationSigner.parse(data).stream())
                        .toList();
        boolean onlyOld =
                !all.isEmpty()
                        && all.stream()
                                .allMatch(ds -> Algorithms.isDeprecatedDigest(ds.digestType()));
        return onlyOld
                ? Optional.of(Finding.of(DNSSEC_DS_DIGEST_OLD, zone.zone().text()))
                : Optional.empty();
    }

    private static Optional<Finding> iterations(SignedZone zone) {
        return zone.nsec3Parameters().data().stream()
                .flatMap(data -> Nsec3Parameters.parse(data).stream())
                .filter(parameters -> parameters.iterations() > 0)
                .findFirst()
                .map(parameters ->
                        Finding.of(
                                        DNSSEC_NSEC3_ITERATIONS,
                                        zone.zone().text(),
                                        "iterations",
                                        Integer.toString(parameters.iterations()))
                                .withRecord(
                                        zone.zone().text(),
                                        "NSEC3PARAM",
                                        parameters.recommended().data()));
    }

    private static Optional<Finding> endsSoon(DnssecObservation seen, Instant at) {
        return seen.names().stream()
                .filter(name -> name.security().state() == State.SECURE)
                .filter(name -> end(name).filter(e -> e.isBefore(at.plus(SOON))).isPresent())
                .min(Comparator.comparing(name -> end(name).orElseThrow()))
                .map(name -> endsSoon(name, at));
    }

    private static Finding endsSoon(ValidatedName name, Instant at) {
        Instant end = end(name).orElseThrow();
        return Finding.of(
                DNSSEC_SIGNATURES_END_SOON,
                name.question(),
                "date",
                TIME.format(end),
                "hours",
                Long.toString(Math.max(0, Duration.between(at, end).toHours())));
    }

    private static Optional<Instant> end(ValidatedName name) {
        Security security = name.security();
        return security.signedUntil();
    }
}
