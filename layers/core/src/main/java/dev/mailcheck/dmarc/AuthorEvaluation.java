package dev.mailcheck.dmarc;

import dev.mailcheck.dmarc.AuthenticatedDomain.Method;
import dev.mailcheck.dmarc.PolicyDiscovery.Found;
import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** DMARC for one author domain (RFC 9989, sections 5.3.2 to 5.3.5). */
final class AuthorEvaluation {
    private final Dns dns;
    private final DnsName author;
    private final Identifiers identifiers;

    AuthorEvaluation(Dns dns, DnsName author, Identifiers identifiers) {
        this.dns = dns;
        this.author = author;
        this.identifiers = identifiers;
    }

    DmarcResult result() {
        Lookup atAuthor = dns.ask(author, RecordType.TXT);
        TreeWalk walk = identifiers.walk(author);
        return switch (PolicyDiscovery.of(walk, atAuthor.answer())) {
            case PolicyDiscovery.NotKnown(var dnsFailure) ->
                    without(walk, DmarcReason.RECORD_NOT_KNOWN, Map.of("dns", dnsFailure.name()));
            case PolicyDiscovery.None none -> without(walk, DmarcReason.NO_RECORD, Map.of());
            case PolicyDiscovery.Unusable(WalkStep step, DmarcRecord record) ->
                    without(
                            walk,
                            DmarcReason.RECORD_UNUSABLE,
                            Map.of("domain", step.domain().text(), "record", capped(record)));
            case Found found -> judged(walk, found);
        };
    }

    private DmarcResult judged(TreeWalk walk, Found found) {
        List<AuthenticatedDomain> compared =
                new AlignmentComparison(walk, found.record(), identifiers).all();
        DmarcReason reason = reason(compared);
        return new DmarcResult(
                reason.word(),
                reason,
                arguments(reason, compared),
                Optional.of(author.text()),
                walk.organizationalDomain().map(DnsName::text),
                Optional.of(found.policyDomain().text()),
                Optional.of(found.policy()),
                Optional.of(found.applied()),
                Optional.of(found.tag()),
                isAligned(compared, Method.SPF),
                isAligned(compared, Method.DKIM),
                Optional.of(found.record().text()),
                compared,
                Optional.of(walk),
                List.of());
    }

    private DmarcReason reason(List<AuthenticatedDomain> compared) {
        if (compared.stream().anyMatch(AuthenticatedDomain::aligns)) {
            return DmarcReason.ALIGNED;
        }
        if (compared.stream().anyMatch(AuthenticatedDomain::mayAlign)) {
            return DmarcReason.ALIGNMENT_NOT_KNOWN;
        }
        if (!identifiers.spfKnown()) {
            return DmarcReason.SPF_NOT_KNOWN;
        }
        return compared.stream().anyMatch(AuthenticatedDomain::certain)
                ? DmarcReason.NOT_ALIGNED
                : DmarcReason.NOTHING_AUTHENTICATED;
    }

    private static Map<String, String> arguments(
            DmarcReason reason, List<AuthenticatedDomain> compared) {
        if (reason == DmarcReason.ALIGNED) {
            String by =
                    Arrays.stream(Method.values())
                            .filter(method -> isAligned(compared, method))
                            .map(Method::name)
                            .collect(Collectors.joining(" "));
            return Map.of("by", by);
        }
        return compared.stream()
                .filter(identifier -> reason == DmarcReason.ALIGNMENT_NOT_KNOWN)
                .filter(AuthenticatedDomain::mayAlign)
                .findFirst()
                .map(identifier -> Map.of("domain", identifier.domain().text()))
                .orElse(Map.of());
    }

    private static boolean isAligned(List<AuthenticatedDomain> compared, Method method) {
        return compared.stream()
                .anyMatch(identifier -> identifier.method() == method && identifier.aligns());
    }

    private DmarcResult without(TreeWalk walk, DmarcReason reason, Map<String, String> arguments) {
        return new DmarcResult(
                reason.word(),
                reason,
                arguments,
                Optional.of(author.text()),
                walk.organizationalDomain().map(DnsName::text),
                Optional.ofNullable(arguments.get("domain")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.ofNullable(arguments.get("record")),
                List.of(),
                Optional.of(walk),
                List.of());
    }

    private static String capped(DmarcRecord record) {
        String text = record.text();
        return text.length() <= 512 ? text : text.substring(0, 512);
    }
}
