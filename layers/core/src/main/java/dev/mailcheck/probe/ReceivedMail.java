package dev.mailcheck.probe;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.message.Authors;
import dev.mailcheck.message.Envelope;
import dev.mailcheck.message.RawMail;
import dev.mailcheck.message.Reading;
import dev.mailcheck.message.TooComplex;
import dev.mailcheck.message.TrustedReceivers;

import java.util.Optional;

/**
 * One received mail to be analysed, read once: what the probes of a mail look at. It is never
 * recorded; observations hold what was seen in it.
 */
public final class ReceivedMail {
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
                    case RawMail mail -> EnvelopeSeen.of(trusted.envelope(mail, given));
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

    /** The author's domain; empty where there is not exactly one that can have mail. */
    public Optional<Domain> authorDomain() {
        return raw().map(Authors::of).flatMap(Authors::domain).flatMap(Domain::parse);
    }
}
