package dev.mailcheck.probe;

import dev.mailcheck.dkim.TagList;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.message.Authors;
import dev.mailcheck.message.Envelope;
import dev.mailcheck.message.RawMail;
import dev.mailcheck.message.Reading;
import dev.mailcheck.message.TooComplex;
import dev.mailcheck.message.TrustedReceivers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One received mail to be analysed, read once: what the probes of a mail look at. It is never
 * recorded; observations hold what was seen in it.
 */
public final class ReceivedMail {
    private static final int MOST_SELECTORS = 5;
    private static final Pattern SELECTOR =
            Pattern.compile("[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63})*");

    private final Reading reading;
    private final int size;
    private final EnvelopeSeen envelope;

    private ReceivedMail(Reading reading, int size, EnvelopeSeen envelope) {
        this.reading = reading;
        this.size = size;
        this.envelope = envelope;
    }

    /**
     * Reads a mail.
     *
     * @param bytes as they came; kept, not copied
     * @param given what the user says of the envelope
     * @param trusted whose fields are believed for what the user does not say
     */
    public static ReceivedMail read(byte[] bytes, Envelope.Given given, TrustedReceivers trusted) {
        Reading reading = Reading.of(bytes);
        EnvelopeSeen envelope =
                switch (reading) {
                    case RawMail mail -> EnvelopeSeen.of(trusted.envelope(mail, given), mail);
                    case TooComplex tooComplex -> EnvelopeSeen.of(given);
                };
        return new ReceivedMail(reading, bytes.length, envelope);
    }

    public Reading reading() {
        return reading;
    }

    /** The mail, unless it is too complex to be looked at. */
    public Optional<RawMail> raw() {
        return reading instanceof RawMail mail ? Optional.of(mail) : Optional.empty();
    }

    /** In bytes. */
    public int size() {
        return size;
    }

    public EnvelopeSeen envelope() {
        return envelope;
    }

    /** The selectors of signatures that name the author's domain, those at the top. */
    public List<String> selectors() {
        Optional<String> author = authorDomain().map(Domain::name);
        return raw().stream()
                .flatMap(mail -> mail.fields("DKIM-Signature").stream())
                .limit(MOST_SELECTORS)
                .map(field -> TagList.ofField(field.rawValue()))
                .filter(tags -> tags.value("d").map(d -> d.toLowerCase(Locale.ROOT)).equals(author))
                .flatMap(tags -> tags.value("s").stream())
                .map(selector -> selector.toLowerCase(Locale.ROOT))
                .filter(selector -> SELECTOR.matcher(selector).matches())
                .distinct()
                .toList();
    }

    /** The author's domain; empty where there is not exactly one that can have mail. */
    public Optional<Domain> authorDomain() {
        return raw().map(Authors::of).flatMap(Authors::domain).flatMap(Domain::parse);
    }
}
