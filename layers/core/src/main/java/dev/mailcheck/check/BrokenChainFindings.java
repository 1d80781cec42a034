package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DNSSEC_BOGUS;
import static dev.mailcheck.check.FindingCode.DNSSEC_BOGUS_NOT_CONFIRMED;
import static dev.mailcheck.check.FindingCode.DNSSEC_DENIAL_BROKEN;
import static dev.mailcheck.check.FindingCode.DNSSEC_DS_FITS_NO_KEY;
import static dev.mailcheck.check.FindingCode.DNSSEC_RESOLVER_BREAKS_ANSWERS;
import static dev.mailcheck.check.FindingCode.DNSSEC_SIGNATURES_EXPIRED;
import static dev.mailcheck.check.FindingCode.DNSSEC_SIGNATURES_NOT_YET_VALID;
import static dev.mailcheck.check.FindingCode.DNSSEC_SIGNATURES_WRONG;

import dev.mailcheck.dns.BrokenLink;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Security;
import dev.mailcheck.dns.Security.State;
import dev.mailcheck.probe.DnssecObservation;
import dev.mailcheck.probe.ValidatedName;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Chains of trust that break, one finding a fault, with the questions that it spoils. */
final class BrokenChainFindings {
    /** More would fill a page and add nothing. */
    private static final int MAX_SHOWN = 6;

    private BrokenChainFindings() {}

    private record Break(DnsName zone, BrokenLink.Fault fault) {
        static Break of(ValidatedName name) {
            return name.security()
                    .broken()
                    .map(link -> new Break(link.zone(), link.fault()))
                    .orElseGet(() -> new Break(name.name(), BrokenLink.Fault.NOT_EXPLAINED));
        }
    }

    static List<Finding> of(DnssecObservation seen) {
        Map<Break, List<ValidatedName>> breaks = new LinkedHashMap<>();
        judged(seen, name -> name.security().state() == State.BOGUS)
                .forEach(name ->
                        breaks.computeIfAbsent(Break.of(name), none -> new ArrayList<>())
                                .add(name));
        List<Finding> findings = new ArrayList<>();
        breaks.forEach((broken, names) -> findings.add(finding(broken, names)));
        listed(DNSSEC_BOGUS_NOT_CONFIRMED, judged(seen, BrokenChainFindings::notConfirmed))
                .ifPresent(findings::add);
        listed(DNSSEC_RESOLVER_BREAKS_ANSWERS, judged(seen, name -> name.security().atOwnServers()))
                .ifPresent(findings::add);
        return findings;
    }

    private static List<ValidatedName> judged(
            DnssecObservation seen, Predicate<ValidatedName> wanted) {
        return seen.names().stream()
                .filter(name -> name.use() != ValidatedName.Use.TLSA)
                .filter(wanted)
                .toList();
    }

    static boolean notConfirmed(ValidatedName name) {
        Security security = name.security();
        return security.state() == State.UNKNOWN
                && SecurityReason.of(security).equals("BOGUS_NOT_CONFIRMED");
    }

    private static Optional<Finding> listed(FindingCode code, List<ValidatedName> names) {
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Finding.of(
                                code, names.getFirst().name().text(), "names", questions(names)));
    }

    private static Finding finding(Break broken, List<ValidatedName> names) {
        Optional<BrokenLink> link = names.getFirst().security().broken();
        return Finding.of(
                code(broken.fault()),
                broken.zone().toString(),
                "link",
                link.map(BrokenLink::link).orElse(names.getFirst().question()),
                "names",
                questions(names),
                "date",
                link.flatMap(BrokenLink::when).map(BrokenChainFindings::shown).orElse("-"),
                "reason",
                broken.fault().name());
    }

    private static String shown(Instant when) {
        return SigningFindings.TIME.format(when);
    }

    private static String questions(List<ValidatedName> names) {
        List<String> questions = names.stream().map(ValidatedName::question).toList();
        String first = String.join(", ", questions.stream().limit(MAX_SHOWN).toList());
        return questions.size() > MAX_SHOWN ? first + " …" : first;
    }

    private static FindingCode code(BrokenLink.Fault fault) {
        return switch (fault) {
            case DS_FITS_NO_KEY, DNSKEY_MISSING -> DNSSEC_DS_FITS_NO_KEY;
            case SIGNATURE_EXPIRED -> DNSSEC_SIGNATURES_EXPIRED;
            case SIGNATURE_NOT_YET_VALID -> DNSSEC_SIGNATURES_NOT_YET_VALID;
            case SIGNATURE_MISSING, SIGNATURE_BY_UNKNOWN_KEY, SIGNATURE_WRONG ->
                    DNSSEC_SIGNATURES_WRONG;
            case DENIAL_MISSING, DENIAL_WRONG -> DNSSEC_DENIAL_BROKEN;
            case NOT_EXPLAINED -> DNSSEC_BOGUS;
        };
    }
}
