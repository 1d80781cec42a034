package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsAnswer;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Optional;

/**
 * Whether the domain's mail hosts are asked to relay, and to where.
 *
 * @param notProbed why they are not: SWITCHED_OFF, CONTROL_NOT_PROVEN, OPTED_OUT, or what of the
 *     look-ups here stands against it
 * @param probeDomain where the probe's recipients are
 * @param nobody a local part that no mailbox has
 * @param optOut TXT at {@code _mailcheck.DOMAIN}
 * @param mx the mail hosts of the probe domain, which must be there: a server that looks them up
 *     would otherwise refuse it for this
 * @param mailHosts their names and addresses; at these servers its addresses are not foreign
 */
@Json
public record RelayPlan(
        Optional<String> notProbed,
        String probeDomain,
        String nobody,
        Optional<DnsAnswer> optOut,
        Optional<DnsAnswer> mx,
        List<String> mailHosts) {
    public RelayPlan {
        mailHosts = List.copyOf(mailHosts);
    }

    /** Nothing was looked up, and nothing is asked. */
    public static RelayPlan none(String reason) {
        return new RelayPlan(
                Optional.of(reason), "", "", Optional.empty(), Optional.empty(), List.of());
    }

    /** Whether the probe's recipients are at home there, so that taking them is no relaying. */
    public boolean isAtHome(String host, String address) {
        return mailHosts.contains(address)
                || mailHosts.stream().anyMatch(home -> Operator.isOne(home, host));
    }
}
