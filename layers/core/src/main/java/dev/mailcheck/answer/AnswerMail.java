package dev.mailcheck.answer;

import dev.mailcheck.message.MessageId;
import dev.mailcheck.message.RawMail;
import dev.mailcheck.render.AnswerLetter;
import dev.mailcheck.report.Language;
import dev.mailcheck.store.Hashed;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Enumeration;
import java.util.Optional;

/**
 * The answer as a mail (RFC 3834, section 3): text and HTML of the letter, and the report as JSON.
 * Nothing of the mail that it answers stands in it but its Message-ID. The id of the answer is that
 * of the run, so that a second copy is known as one.
 */
public final class AnswerMail {
    /** In every Message-ID of ours, before our domain. */
    static final String ID_MARK = ".mailcheck-answer@";

    private static final int LONGEST_ID = 400;

    private final MailAddresses ours;

    public AnswerMail(MailAddresses ours) {
        this.ours = ours;
    }

    /**
     * Writes it.
     *
     * @param answered empty where that mail is not there any longer
     * @param json the report
     * @param at when it is sent
     */
    public OutgoingMail write(
            String run,
            String to,
            AnswerLetter letter,
            String json,
            Language language,
            Optional<RawMail> answered,
            Instant at) {
        try {
            MimeMultipart content = content(letter, json);
            InternetHeaders header = new InternetHeaders();
            marks(header, language);
            answered.flatMap(AnswerMail::threadId).ifPresent(id -> answers(header, id));
            header.setHeader("From", new InternetAddress(ours.plain(), "mailcheck").toString());
            header.setHeader("To", new InternetAddress(to, false).toString());
            header.setHeader("Subject", subject(letter));
            header.setHeader("Date", new MailDateFormat().format(Date.from(at)));
            header.setHeader("Message-ID", id(run));
            header.setHeader("MIME-Version", "1.0");
            header.setHeader("Content-Type", content.getContentType());
            return new OutgoingMail(run, to, written(header, content));
        } catch (MessagingException | IOException ours) {
            throw new IllegalStateException("an answer cannot be written", ours);
        }
    }

    private static String subject(AnswerLetter letter) throws IOException {
        return MimeUtility.fold(9, MimeUtility.encodeText(letter.subject(), "UTF-8", "B"));
    }

    /** By hand, for a message of the library would look for handlers of its content. */
    private static byte[] written(InternetHeaders header, MimeMultipart content)
            throws MessagingException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Enumeration<String> lines = header.getAllHeaderLines();
        while (lines.hasMoreElements()) {
            out.writeBytes((lines.nextElement() + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        content.writeTo(out);
        return out.toByteArray();
    }

    private String id(String run) {
        String name = Hashed.of("answer to " + run).hex().substring(0, 32);
        return "<" + name + ID_MARK + ours.domain() + ">";
    }

    private void marks(InternetHeaders header, Language language) {
        header.setHeader("Auto-Submitted", "auto-replied");
        header.setHeader("X-Auto-Response-Suppress", "All");
        header.setHeader("X-Loop", ours.plain());
        header.setHeader("Content-Language", language.word());
    }

    private static void answers(InternetHeaders header, String id) {
        header.setHeader("In-Reply-To", id);
        header.setHeader("References", id);
    }

    /** One that may stand in a header of ours. */
    private static Optional<String> threadId(RawMail answered) {
        return answered.first("Message-ID")
                .flatMap(field -> MessageId.parse(field.value()))
                .filter(MessageId::wellFormed)
                .map(id -> "<" + id.text() + ">")
                .filter(id -> id.length() <= LONGEST_ID)
                .filter(id -> id.chars().allMatch(c -> c > ' ' && c < 0x7f));
    }

    private static MimeMultipart content(AnswerLetter letter, String json)
            throws MessagingException, IOException {
        MimeMultipart both =
                new MimeMultipart(
                        "alternative",
                        text("text/plain; charset=UTF-8", letter.text()),
                        text("text/html; charset=UTF-8", letter.html()));
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        both.writeTo(written);
        MimeBodyPart letters = part(both.getContentType(), written.toByteArray(), Optional.empty());
        return new MimeMultipart("mixed", letters, attached(json));
    }

    /** In quoted-printable, which keeps a letter readable as it stands, or Base64. */
    private static MimeBodyPart text(String type, String text)
            throws MessagingException, IOException {
        byte[] bytes = text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        boolean ascii = text.chars().filter(c -> c < 0x80).count() * 2 > text.length();
        String encoding = ascii ? "quoted-printable" : "base64";
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try (OutputStream out = MimeUtility.encode(encoded, encoding)) {
            out.write(bytes);
        }
        return part(type, encoded.toByteArray(), Optional.of(encoding));
    }

    private static MimeBodyPart attached(String json) throws MessagingException, IOException {
        MimeBodyPart part = text("application/json", json);
        part.setHeader("Content-Disposition", "attachment; filename=\"report.json\"");
        return part;
    }

    private static MimeBodyPart part(String type, byte[] encoded, Optional<String> encoding)
            throws MessagingException {
        InternetHeaders header = new InternetHeaders();
        header.setHeader("Content-Type", type);
        encoding.ifPresent(name -> header.setHeader("Content-Transfer-Encoding", name));
        return new MimeBodyPart(header, encoded);
    }
}
