package dev.mailcheck.probe;

import dev.mailcheck.iprev.Iprev;
import dev.mailcheck.iprev.IprevResult;
import dev.mailcheck.net.IpLiteral;
import dev.mailcheck.probe.ReverseDnsObservation.MailAddress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Looks up the names of all probed mail addresses, side by side, and these names' addresses. */
public final class ReverseDnsProbe implements Probe<ReverseDnsObservation> {
    @Override
    public Class<ReverseDnsObservation> observes() {
        return ReverseDnsObservation.class;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(MxObservation.class);
    }

    @Override
    public ReverseDnsObservation observe(Target target, Observations before, Doors doors) {
        Map<String, List<String>> hosts = hostsByAddress(before.get(MxObservation.class));
        List<Iprev> begun =
                hosts.keySet().stream()
                        .flatMap(address -> IpLiteral.parse(address).stream())
                        .map(ip -> Iprev.begin(doors.dns(), ip))
                        .toList();
        List<Supplier<IprevResult>> results = begun.stream().map(Iprev::forward).toList();
        return new ReverseDnsObservation(
                results.stream()
                        .map(Supplier::get)
                        .map(iprev ->
                                new MailAddress(
                                        iprev.ip(),
                                        hosts.getOrDefault(iprev.ip(), List.of()),
                                        iprev))
                        .toList());
    }

    private static Map<String, List<String>> hostsByAddress(MxObservation mx) {
        Map<String, List<String>> hosts = new LinkedHashMap<>();
        for (MxHost host : mx.hosts()) {
            for (String address : host.probed()) {
                hosts.computeIfAbsent(address, none -> new ArrayList<>()).add(host.name());
            }
        }
        return hosts;
    }
}
