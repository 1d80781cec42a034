package dev.mailcheck.probe;

import dev.mailcheck.net.IpLiteral;
import dev.mailcheck.smtp.SmtpExchange;
import dev.mailcheck.smtp.SmtpStep;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What sessions show of our own side. */
public final class OwnEnd {
    /** Servers say back the address they see us at: "Hello there [192.0.2.1]". */
    private static final Pattern IN_BRACKETS =
            Pattern.compile("\\[(?:IPv6:)?([0-9A-Fa-f:.]{2,45})]");

    private static final Set<SmtpStep> HELLO =
            Set.of(SmtpStep.EHLO, SmtpStep.HELO, SmtpStep.EHLO_OVER_TLS);

    private OwnEnd() {}

    /** Our addresses in a session: that of our end of the connection, and what it is seen as. */
    public static Stream<String> addresses(SmtpSession session) {
        return Stream.concat(Stream.of(session.ownAddress()), saidBack(session));
    }

    /** Behind a NAT this is the only place where our public address is seen. */
    private static Stream<String> saidBack(SmtpSession session) {
        Predicate<String> itsOwn = address -> address.equals(session.address());
        return session.exchanges().stream()
                .filter(exchange -> HELLO.contains(exchange.step()))
                .map(SmtpExchange::reply)
                .map(reply -> reply.lines().getFirst())
                .flatMap(OwnEnd::inBrackets)
                .filter(itsOwn.negate());
    }

    /** The addresses that stand in brackets (RFC 5321, section 4.1.3). */
    public static Stream<String> inBrackets(String text) {
        return IN_BRACKETS
                .matcher(text)
                .results()
                .map(hit -> hit.group(1))
                .filter(address -> IpLiteral.parse(address).isPresent());
    }
}
