package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.net.IpLiteral;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Gathers the mail hosts, and picks the addresses to probe: few, and of both families. */
final class MxHosts {
    static final int MAX_HOSTS = 10;
    private static final int MAX_ADDRESSES_OF_A_HOST = 4;
    private static final int MAX_ADDRESSES = 20;

    private final Predicate<InetAddress> isPublic;
    private final List<MxHost> hosts = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private int room = MAX_ADDRESSES;

    MxHosts(Predicate<InetAddress> isPublic) {
        this.isPublic = isPublic;
    }

    void leaveOut(MxRecord mx) {
        leftOut.add(mx.exchange());
    }

    void add(MxRecord mx, DnsAnswer a, DnsAnswer aaaa) {
        List<String> v4 = open(a);
        List<String> v6 = open(aaaa);
        int limit = Math.min(MAX_ADDRESSES_OF_A_HOST, room);
        int ofV6 = Math.min(v6.size(), Math.max(limit - v4.size(), limit / 2));
        int ofV4 = Math.min(v4.size(), limit - ofV6);
        List<String> probed =
                Stream.concat(v4.stream().limit(ofV4), v6.stream().limit(ofV6)).toList();
        Stream.concat(v4.stream().skip(ofV4), v6.stream().skip(ofV6))
                .forEach(address -> leftOut.add(MxObservation.leftOut(mx.exchange(), address)));
        room -= probed.size();
        hosts.add(new MxHost(mx.preference(), mx.exchange(), mx.isLiteral(), a, aaaa, probed));
    }

    private List<String> open(DnsAnswer answer) {
        return answer.data().stream()
                .distinct()
                .filter(text -> IpLiteral.parse(text).filter(isPublic).isPresent())
                .toList();
    }

    List<MxHost> hosts() {
        return hosts;
    }

    List<String> leftOut() {
        return leftOut;
    }
}
