package dev.mailcheck.answer;

import dev.mailcheck.message.MessageId;
import dev.mailcheck.message.RawMail;
import dev.mailcheck.render.AnswerLetter;
import dev.mailcheck.report.Language;
import dev.mailcheck.store.Hashed;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;

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
            byte[] json,
            Language language,
            Optional<RawMail> answered,
            Instant at) {
        try {
            Written mail = new Written(id(run));
            addresses(mail, to);
            mail.setSubject(letter.subject(), "UTF-8");
            mail.setSentDate(Date.from(at));
            marks(mail, language);
            answered.flatMap(AnswerMail::threadId).ifPresent(mail::answers);
            mail.setContent(content(letter, json));
            mail.saveChanges();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            mail.writeTo(out);
            return new OutgoingMail(run, to, out.toByteArray());
        } catch (MessagingException | IOException ours) {
            throw new IllegalStateException("an answer cannot be written", ours);
        }
    }

    private String id(String run) {
        String name = Hashed.of("answer to " + run).hex().substring(0, 32);
        return "<" + name + ID_MARK + ours.domain() + ">";
    }

    private void addresses(Written mail, String to) throws MessagingException, IOException {
        mail.setFrom(new InternetAddress(ours.plain(), "mailcheck", "UTF-8"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to, false));
    }

    private void marks(Written mail, Language language) throws MessagingException {
        mail.setHeader("Auto-Submitted", "auto-replied");
        mail.setHeader("X-Auto-Response-Suppress", "All");
        mail.setHeader("X-Loop", ours.plain());
        mail.setHeader("Content-Language", language.word());
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

    private static MimeMultipart content(AnswerLetter letter, byte[] json)
            throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text(), "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(letter.html(), "UTF-8", "html");
        MimeBodyPart both = new MimeBodyPart();
        both.setContent(new MimeMultipart("alternative", text, html));
        return new MimeMultipart("mixed", both, attached(json));
    }

    /** The part is written as it stands, in Base64: no provider has to be found for its type. */
    private static MimeBodyPart attached(byte[] json) throws MessagingException {
        InternetHeaders headers = new InternetHeaders();
        headers.setHeader("Content-Type", "application/json");
        headers.setHeader("Content-Transfer-Encoding", "base64");
        headers.setHeader("Content-Disposition", "attachment; filename=\"report.json\"");
        String encoded = Base64.getMimeEncoder().encodeToString(json);
        return new MimeBodyPart(headers, encoded.getBytes(StandardCharsets.US_ASCII));
    }

    /** A mail whose id we make. */
    private static final class Written extends MimeMessage {
        private final String id;

        Written(String id) {
            super(Session.getInstance(new Properties()));
            this.id = id;
        }

        void answers(String other) {
            try {
                setHeader("In-Reply-To", other);
                setHeader("References", other);
            } catch (MessagingException never) {
                throw new IllegalStateException(never);
            }
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
