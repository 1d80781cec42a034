package dev.mailcheck.check;

import dev.mailcheck.dnsbl.AskedList;
import dev.mailcheck.dnsbl.ListHealth;
import dev.mailcheck.dnsbl.ListKind;
import dev.mailcheck.dnsbl.ListVerdict;
import dev.mailcheck.probe.ListEntry;
import dev.mailcheck.probe.ListSeen;

/**
 * What was heard of one list, read by what is known about it.
 *
 * @param seen what it said
 */
record ListOpinion(ListSeen seen, AskedList list, ListHealth health) {
    static ListOpinion of(ListSeen seen, AskedList list) {
        return new ListOpinion(
                seen, list, ListHealth.of(list.list(), seen.listedTest(), seen.unlistedTest()));
    }

    boolean isHealthy() {
        return health.isHealthy();
    }

    /** Only what a healthy list says about a subject means anything. */
    ListVerdict about(ListEntry entry) {
        return list.list().read(entry.reply());
    }

    /** Its name in a finding; one that has both kinds of addresses is judged for each. */
    String name() {
        return seen.kind() == ListKind.IP6 ? seen.list() + "/IPv6" : seen.list();
    }
}
