package dev.mailcheck.iprev;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.iprev.IprevResult.Forward;
import dev.mailcheck.iprev.IprevResult.Word;
import dev.mailcheck.net.IpLiteral;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks an address up and its names back again (RFC 8601, section 2.7.3). To test many addresses in
 * the time of one, {@link #begin} all, then ask each for its {@link #forward}, then for the result.
 * What the DNS does not answer ends in TEMPERROR, never in FAIL.
 */
public final class Iprev {
    private static final int MAX_NAMES = 10;

    private final Dns dns;
    private final InetAddress ip;
    private final Lookup pointers;

    private Iprev(Dns dns, InetAddress ip) {
        this.dns = dns;
        this.ip = ip;
        this.pointers = dns.ask(DnsName.reverseOf(ip), RecordType.PTR);
    }

    /** Sends the PTR question. */
    public static Iprev begin(Dns dns, InetAddress ip) {
        return new Iprev(dns, ip);
    }

    /** Waits for the names and sends the questions for their addresses. */
    public Supplier<IprevResult> forward() {
        DnsAnswer ptr = pointers.answer();
        List<String> names = ptr.data().stream().distinct().toList();
        List<Supplier<Forward>> forwards =
                names.stream().limit(MAX_NAMES).map(this::addresses).toList();
        List<String> leftOut = names.stream().skip(MAX_NAMES).toList();
        return () -> result(ptr, forwards.stream().map(Supplier::get).toList(), leftOut);
    }

    private Supplier<Forward> addresses(String name) {
        RecordType family = ip instanceof Inet4Address ? RecordType.A : RecordType.AAAA;
        Lookup lookup =
                DnsName.parse(name)
                        .map(host -> dns.ask(host, family))
                        .orElse(() -> new DnsAnswer.Absent(false, List.of()));
        return () -> new Forward(name, lookup.answer());
    }

    private IprevResult result(DnsAnswer ptr, List<Forward> forwards, List<String> leftOut) {
        Optional<String> confirmed =
                forwards.stream().filter(this::leadsBack).map(Forward::name).findFirst();
        boolean unsure =
                ptr.failed() || forwards.stream().anyMatch(forward -> forward.addresses().failed());
        Word word = confirmed.isPresent() ? Word.PASS : unconfirmed(unsure, forwards.isEmpty());
        return new IprevResult(IpLiteral.text(ip), word, ptr, forwards, confirmed, leftOut);
    }

    private static Word unconfirmed(boolean unsure, boolean nameless) {
        if (unsure) {
            return Word.TEMPERROR;
        }
        return nameless ? Word.PERMERROR : Word.FAIL;
    }

    private boolean leadsBack(Forward forward) {
        return forward.addresses().data().stream()
                .flatMap(text -> IpLiteral.parse(text).stream())
                .anyMatch(ip::equals);
    }
}
