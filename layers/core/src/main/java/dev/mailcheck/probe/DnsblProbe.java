package dev.mailcheck.probe;

import dev.mailcheck.dnsbl.BlockLists;

import java.util.List;
import java.util.Set;

/**
 * Asks lists about the addresses of all probed mail hosts, each address once. An address that is
 * not public is nobody's business and never asked about.
 */
public final class DnsblProbe implements Probe<DnsblObservation> {
    /** Of the questions a check has (300), what may go to lists of addresses; TXT comes on top. */
    private static final int MAX_QUESTIONS = 100;

    @Override
    public Class<DnsblObservation> observes() {
        return DnsblObservation.class;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(MxObservation.class);
    }

    @Override
    public DnsblObservation observe(Target target, Observations before, Doors doors) {
        List<String> addresses =
                before.get(MxObservation.class).hosts().stream()
                        .flatMap(host -> host.probed().stream())
                        .distinct()
                        .toList();
        CheckOptions options = target.options();
        ListRound round = new ListRound(doors.dns(), MAX_QUESTIONS);
        return new DnsblObservation(
                round.ask(addresses, BlockLists.ADDRESSES, options.dnsbl(), options.lists()));
    }
}
