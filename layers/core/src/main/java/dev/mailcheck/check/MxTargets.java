package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.MX_TARGETS_DEAD;
import static dev.mailcheck.check.FindingCode.MX_TARGETS_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.MX_TARGETS_NOT_PUBLIC;
import static dev.mailcheck.check.FindingCode.MX_TARGETS_PUBLIC;
import static dev.mailcheck.check.FindingCode.MX_TARGET_DEAD;
import static dev.mailcheck.check.FindingCode.MX_TARGET_IS_ADDRESS;
import static dev.mailcheck.check.FindingCode.MX_TARGET_IS_ALIAS;
import static dev.mailcheck.check.FindingCode.MX_TARGET_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.MX_TARGET_NOT_PUBLIC;
import static dev.mailcheck.check.FindingCode.MX_TARGET_TWICE;

import dev.mailcheck.dns.DnsName;
import dev.mailcheck.probe.MxHost;
import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.MxRecord;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Item mx-target: MX records point to host names that have public addresses. A dead host beside a
 * live one stops no mail.
 */
final class MxTargets {
    private final String domain;
    private final MxObservation seen;
    private final boolean mayBeInside;
    private final List<Finding> findings = new ArrayList<>();

    private MxTargets(Judgement judgement, MxObservation seen) {
        this.domain = judgement.domain();
        this.seen = seen;
        this.mayBeInside = ResolverFindings.mayBeInsideView(judgement);
    }

    /** What the addresses of a host make of it. */
    private enum State {
        ALIVE,
        NOT_PUBLIC,
        DEAD,
        NOT_KNOWN
    }

    static List<Finding> of(Judgement judgement, MxObservation seen) {
        if (seen.implicit() || seen.hosts().isEmpty()) {
            return List.of();
        }
        return new MxTargets(judgement, seen).judge();
    }

    private List<Finding> judge() {
        List<MxHost> named = seen.hosts().stream().filter(host -> !host.literal()).toList();
        seen.hosts().stream().filter(MxHost::literal).forEach(this::literal);
        duplicates();
        named.forEach(this::alias);
        boolean alive = named.stream().anyMatch(host -> state(host) == State.ALIVE);
        if (alive) {
            named.forEach(this::besideLive);
        } else if (!named.isEmpty()) {
            findings.add(noneAlive(named));
        }
        if (alive && findings.stream().allMatch(f -> f.status() == Status.UNDETERMINED)) {
            findings.addFirst(Finding.of(MX_TARGETS_PUBLIC, domain, "hosts", names(named)));
        }
        return findings;
    }

    private void literal(MxHost host) {
        findings.add(Finding.of(MX_TARGET_IS_ADDRESS, domain, "address", host.name()));
    }

    private void duplicates() {
        Map<String, Long> times =
                MxRecord.of(seen.mx()).stream()
                        .collect(
                                Collectors.groupingBy(
                                        MxRecord::exchange, TreeMap::new, Collectors.counting()));
        times.forEach((host, count) -> {
            if (count > 1) {
                findings.add(Finding.of(MX_TARGET_TWICE, domain, "host", host));
            }
        });
    }

    private void alias(MxHost host) {
        aliases(host)
                .max(Comparator.comparingInt(List::size))
                .ifPresent(chain ->
                        findings.add(
                                Finding.of(
                                        MX_TARGET_IS_ALIAS,
                                        domain,
                                        "host",
                                        host.name(),
                                        "target",
                                        chain.getLast().text())));
    }

    private static Stream<List<DnsName>> aliases(MxHost host) {
        return Stream.of(host.a().aliasChain(), host.aaaa().aliasChain())
                .filter(chain -> !chain.isEmpty());
    }

    private State state(MxHost host) {
        if (host.addresses().size() > seen.notPublic(host).size()) {
            return State.ALIVE;
        }
        if (host.a().failed() || host.aaaa().failed()) {
            return State.NOT_KNOWN;
        }
        return host.addresses().isEmpty() ? State.DEAD : State.NOT_PUBLIC;
    }

    private void besideLive(MxHost host) {
        switch (state(host)) {
            case DEAD -> findings.add(Finding.of(MX_TARGET_DEAD, host.name()));
            case NOT_KNOWN -> findings.add(notKnown(MX_TARGET_NOT_KNOWN, host.name(), host));
            case ALIVE, NOT_PUBLIC -> notPublic(host);
        }
    }

    private void notPublic(MxHost host) {
        List<String> hidden = seen.notPublic(host);
        if (!hidden.isEmpty()) {
            findings.add(
                    Finding.of(
                            MX_TARGET_NOT_PUBLIC,
                            host.name(),
                            "addresses",
                            String.join(", ", hidden)));
        }
    }

    private Finding noneAlive(List<MxHost> named) {
        for (MxHost host : named) {
            if (state(host) == State.NOT_KNOWN) {
                return notKnown(MX_TARGETS_NOT_KNOWN, domain, host);
            }
        }
        if (!seen.notProbed().isEmpty()) {
            return Finding.of(
                    MX_TARGETS_NOT_KNOWN, domain, "host", names(named), "reason", "LIMIT");
        }
        List<String> hidden =
                named.stream().flatMap(host -> seen.notPublic(host).stream()).distinct().toList();
        return hidden.isEmpty()
                ? Finding.of(MX_TARGETS_DEAD, domain, "hosts", names(named))
                : noneIsPublic(names(named), String.join(", ", hidden));
    }

    /**
     * Private addresses are what an inside view is made of; then they are not the domain's fault.
     */
    private Finding noneIsPublic(String hosts, String addresses) {
        return mayBeInside
                ? Finding.of(
                        MX_TARGETS_NOT_KNOWN,
                        domain,
                        "host",
                        hosts,
                        "reason",
                        "INSIDE_VIEW_POSSIBLE")
                : Finding.of(MX_TARGETS_NOT_PUBLIC, domain, "hosts", hosts, "addresses", addresses);
    }

    private static Finding notKnown(FindingCode code, String subject, MxHost host) {
        String reason = MxExistence.failures(host).map(Enum::name).findFirst().orElse("NOT_RUN");
        return Finding.of(code, subject, "host", host.name(), "reason", reason);
    }

    private static String names(List<MxHost> hosts) {
        return hosts.stream().map(MxHost::name).collect(Collectors.joining(", "));
    }
}
