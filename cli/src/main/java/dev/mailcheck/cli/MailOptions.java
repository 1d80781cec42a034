package dev.mailcheck.cli;

import dev.mailcheck.message.Envelope;
import dev.mailcheck.message.Tls;
import dev.mailcheck.message.TrustedReceivers;
import dev.mailcheck.net.IpLiteral;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the user says about how mails came.
 *
 * @param trusted whose fields are believed for what the user does not say
 * @param full whether the author's domain is checked too
 */
record MailOptions(Envelope.Given given, TrustedReceivers trusted, boolean full) {
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9_-]{1,63}(\\.[A-Za-z0-9_-]{1,63})*\\.?");
    private static final Pattern WORD = Pattern.compile("[^\\p{Cntrl} ]{1,512}");

    static MailOptions read(Arguments arguments) throws UsageException {
        return new MailOptions(
                new Envelope.Given(
                        clientIp(arguments),
                        word(arguments, Option.HELO, "a name without blanks"),
                        word(arguments, Option.MAIL_FROM, "an address, or <>")
                                .map(MailOptions::withoutAngles),
                        tls(arguments)),
                new TrustedReceivers(receivers(arguments)),
                arguments.has(Option.FULL));
    }

    private static Optional<String> clientIp(Arguments arguments) throws UsageException {
        Optional<String> ip = arguments.value(Option.CLIENT_IP);
        if (ip.isPresent() && IpLiteral.parse(ip.get()).isEmpty()) {
            throw Values.wrong(Option.CLIENT_IP.word(), ip.get(), "an IP address");
        }
        return ip.map(MailOptions::canonical);
    }

    /** The plain form of an address; what is none stays as it is. */
    static String canonical(String ip) {
        return IpLiteral.parse(ip).map(IpLiteral::text).orElse(ip);
    }

    static String withoutAngles(String path) {
        boolean angles = path.startsWith("<") && path.endsWith(">");
        return angles ? path.substring(1, path.length() - 1) : path;
    }

    private static Optional<String> word(Arguments arguments, Option option, String expected)
            throws UsageException {
        Optional<String> word = arguments.value(option);
        if (word.isPresent() && !WORD.matcher(word.get()).matches()) {
            throw Values.wrong(option.word(), word.get(), expected);
        }
        return word;
    }

    private static Optional<Tls> tls(Arguments arguments) throws UsageException {
        Optional<String> text = arguments.value(Option.TLS);
        Optional<Tls> tls = text.flatMap(Tls::parse);
        if (text.isPresent() && tls.isEmpty()) {
            throw Values.wrong(
                    Option.TLS.word(),
                    text.get(),
                    "TLSv1.3/CIPHER, TLSv1.2/CIPHER or the like, or none");
        }
        return tls;
    }

    private static List<String> receivers(Arguments arguments) throws UsageException {
        for (String name : arguments.values(Option.TRUSTED_RECEIVER)) {
            if (!HOST.matcher(name).matches()) {
                throw Values.wrong(
                        Option.TRUSTED_RECEIVER.word(), name, "the name of a host or domain");
            }
        }
        return arguments.values(Option.TRUSTED_RECEIVER);
    }
}
