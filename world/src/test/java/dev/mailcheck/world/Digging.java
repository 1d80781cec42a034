package dev.mailcheck.world;

import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;
import org.xbill.DNS.dnssec.ValidatingResolver;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Asks the world's servers as {@code dig} would, by dnsjava. */
public final class Digging {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int NO_EDNS = -1;
    private static final int PAYLOAD_BYTES = 4096;

    private Digging() {}

    /** Asks without EDNS. */
    public static Message ask(InetSocketAddress server, String name, String type) {
        SimpleResolver resolver = new SimpleResolver(server);
        resolver.setEDNS(NO_EDNS, 0, 0, List.of());
        return send(resolver, name, type);
    }

    /** Asks with DO and CD. */
    public static Message askForDnssec(InetSocketAddress server, String name, String type) {
        SimpleResolver resolver = new SimpleResolver(server);
        resolver.setEDNS(0, PAYLOAD_BYTES, ExtendedFlags.DO, List.of());
        Message query = query(name, type);
        query.getHeader().setFlag(Flags.CD);
        return send(resolver, query);
    }

    /** Asks the server at a published address. */
    public static Message askAt(World world, String address, String name, String type) {
        return askForDnssec(nameserver(world, address), name, type);
    }

    /** Returns where the server at a published address listens. */
    public static InetSocketAddress nameserver(World world, String address) {
        return ((Road.Open) world.route(InetAddress.ofLiteral(address), 53)).loopback();
    }

    /** Returns {@code secure}, {@code insecure} or {@code bogus}, as dnsjava validates it. */
    public static String validate(World world, Clock clock, String name, String type) {
        ValidatingResolver validator =
                new ValidatingResolver(new SimpleResolver(world.resolver()), clock);
        byte[] anchor = world.trustAnchor().getBytes(StandardCharsets.UTF_8);
        try {
            validator.loadTrustAnchors(new ByteArrayInputStream(anchor));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Message answer = send(validator, name, type);
        if (answer.getRcode() == Rcode.SERVFAIL) {
            return "bogus";
        }
        return answer.getHeader().getFlag(Flags.AD) ? "secure" : "insecure";
    }

    /** Returns the answer section's data, without RRSIGs, sorted. */
    public static List<String> answer(Message message) {
        return message.getSection(Section.ANSWER).stream()
                .filter(record -> record.getType() != Type.RRSIG)
                .map(record -> Type.string(record.getType()) + " " + record.rdataToString())
                .sorted()
                .toList();
    }

    static Message send(Resolver resolver, String name, String type) {
        return send(resolver, query(name, type));
    }

    private static Message query(String name, String type) {
        Name absolute = Name.fromConstantString(name + (name.endsWith(".") ? "" : "."));
        return Message.newQuery(Record.newRecord(absolute, Type.value(type), DClass.IN));
    }

    private static Message send(Resolver resolver, Message query) {
        resolver.setTimeout(TIMEOUT);
        try {
            return resolver.send(query);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
