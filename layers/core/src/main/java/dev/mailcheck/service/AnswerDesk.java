package dev.mailcheck.service;

import dev.mailcheck.answer.AnswerMail;
import dev.mailcheck.answer.AnswerPolicy;
import dev.mailcheck.answer.AnswerRules;
import dev.mailcheck.answer.Arrival;
import dev.mailcheck.answer.Authentication;
import dev.mailcheck.answer.Decision;
import dev.mailcheck.answer.Decision.Answer;
import dev.mailcheck.answer.Decision.Nothing;
import dev.mailcheck.answer.OutgoingMail;
import dev.mailcheck.answer.Silence;
import dev.mailcheck.answer.SpokenLanguage;
import dev.mailcheck.message.HeaderField;
import dev.mailcheck.message.RawMail;
import dev.mailcheck.message.Reading;
import dev.mailcheck.message.TooComplex;
import dev.mailcheck.render.AnswerLetter;
import dev.mailcheck.render.JsonRenderer;
import dev.mailcheck.report.Language;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.Words;
import dev.mailcheck.store.Hashed;
import dev.mailcheck.store.Secret;
import dev.mailcheck.store.StoredRun;
import dev.mailcheck.store.Stores;

import io.avaje.jsonb.Jsonb;

import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Decides for each run of a mail, once, whether it is answered by mail, and writes the answer when
 * the report is there. Whatever happens twice or dies in between, a decision stands, and there is
 * one mail for a run, always with the same Message-ID.
 */
public final class AnswerDesk {
    private final MailDesk mails;
    private final Stores stores;
    private final AnswerRules rules;
    private final MailQuotas quotas;
    private final SilenceCounts counts;
    private final StoredReports reports;
    private final JsonRenderer json;
    private final Supplier<URI> base;
    private final Clock clock;

    /**
     * @param base how the service is reached from outside, without a final slash: links are made of
     *     it
     */
    public AnswerDesk(
            MailDesk mails,
            Stores stores,
            AnswerRules rules,
            MailQuotas quotas,
            SilenceCounts counts,
            Supplier<URI> base,
            Clock clock,
            Jsonb jsonb) {
        this.mails = mails;
        this.stores = stores;
        this.rules = rules;
        this.quotas = quotas;
        this.counts = counts;
        this.reports = new StoredReports(stores.documents(), jsonb);
        this.json = new JsonRenderer(jsonb);
        this.base = base;
        this.clock = clock;
    }

    /** The language that a mail is answered in. */
    public static Language language(byte[] mail) {
        return switch (Reading.of(mail)) {
            case RawMail raw -> SpokenLanguage.of(raw);
            case TooComplex tooComplex -> Language.EN;
        };
    }

    /**
     * Decides, unless it was decided before. What may pass ({@link Silence#passes}) is not held
     * against the run: the same mail may be decided again.
     *
     * @param authentication empty where it could not be looked at
     */
    public Decision decide(
            StoredRun run, Arrival arrival, byte[] mail, Optional<Authentication> authentication) {
        Optional<Decision> before = decided(run);
        if (before.isPresent()) {
            return before.get();
        }
        Decision decision = decideNow(run, arrival, mail, authentication);
        switch (decision) {
            case Answer answer -> counts.answered();
            case Nothing(Silence reason) -> counts.silent(reason);
        }
        if (decision instanceof Nothing(Silence reason) && reason.passes()) {
            return decision;
        }
        stores.claims().claim(key(run), DecisionText.write(decision), run.expiresAt());
        return decided(run).orElse(decision);
    }

    /** What was decided for the run. */
    public Optional<Decision> decided(StoredRun run) {
        return stores.claims().holder(key(run)).flatMap(DecisionText::read);
    }

    private Decision decideNow(
            StoredRun run, Arrival arrival, byte[] mail, Optional<Authentication> authentication) {
        return switch (Reading.of(mail)) {
            case TooComplex tooComplex -> new Nothing(Silence.TOO_COMPLEX);
            case RawMail raw -> {
                Decision byMail =
                        new AnswerPolicy(mails.addresses()).decide(arrival, raw, authentication);
                yield byMail instanceof Answer answer
                        ? allowed(run, answer, raw)
                        : mistaken(byMail, arrival);
            }
        };
    }

    /** A forged mail is held against the network that it came from. */
    private Decision mistaken(Decision byMail, Arrival arrival) {
        if (byMail.equals(new Nothing(Silence.NOT_AUTHENTICATED))) {
            quotas.forged(arrival);
        }
        return byMail;
    }

    private Decision allowed(StoredRun run, Answer answer, RawMail mail) {
        if (rules.off().getAsBoolean()) {
            return new Nothing(Silence.SWITCHED_OFF);
        }
        if (!rules.allows(run.domain().name())) {
            return new Nothing(Silence.NOT_ALLOWED);
        }
        if (isAnswered(run, answer, mail)) {
            return new Nothing(Silence.ANSWERED_ALREADY);
        }
        return quotas.takes(answer.to(), run.domain().name())
                ? answer
                : new Nothing(Silence.TOO_MANY);
    }

    /**
     * Once for a Message-ID and once for a signature: whoever repeats a signed mail can change what
     * is not signed.
     */
    private boolean isAnswered(StoredRun run, Answer answer, RawMail mail) {
        String to = answer.to().toLowerCase(Locale.ROOT);
        String id = to + " " + mail.first("Message-ID").map(HeaderField::value).orElse(run.key());
        String signatures =
                mail.fields("DKIM-Signature").stream()
                        .map(field -> field.value().replaceAll("\\s", ""))
                        .sorted()
                        .collect(Collectors.joining("\n"));
        boolean first = isFirst("id " + id, run);
        return signatures.isEmpty() ? !first : !(isFirst("signed " + signatures, run) && first);
    }

    private boolean isFirst(String what, StoredRun run) {
        String key = "answer-once/" + Hashed.of(what).hex();
        return stores.claims().claim(key, run.key(), run.expiresAt()).equals(run.key());
    }

    /**
     * The answer of a run that is done; empty where none is to be given, or the report is not
     * there.
     */
    public Optional<OutgoingMail> answer(StoredRun run) {
        return decided(run)
                .filter(Answer.class::isInstance)
                .map(Answer.class::cast)
                .flatMap(answer -> written(run, answer));
    }

    private Optional<OutgoingMail> written(StoredRun run, Answer answer) {
        Optional<RawMail> mail =
                mails.mail(run.key())
                        .map(Reading::of)
                        .filter(RawMail.class::isInstance)
                        .map(RawMail.class::cast);
        Language language = mail.map(SpokenLanguage::of).orElse(Language.EN);
        Secret id = mails.anotherId(run, language);
        return reports.read(run.key(), language, id)
                .map(report ->
                        new AnswerMail(mails.addresses())
                                .write(
                                        run.key(),
                                        answer.to(),
                                        letter(run, answer, report, language, id),
                                        attached(report),
                                        language,
                                        mail,
                                        clock.instant()));
    }

    /** For programs, and for phones: what was seen takes nine parts in ten, and is on the page. */
    private String attached(Report report) {
        return json.line(report.withoutEvidence());
    }

    private AnswerLetter letter(
            StoredRun run, Answer answer, Report report, Language language, Secret id) {
        return new AnswerLetter(
                new Words(language),
                report,
                new AnswerLetter.Circumstances(
                        link(id),
                        run.expiresAt().toString().replaceFirst("T.*", ""),
                        mails.addresses().plain(),
                        answer.why().name()));
    }

    /** Where the result of this id is read. */
    public String link(Secret id) {
        return base.get() + "/checks/" + id.text();
    }

    private static String key(StoredRun run) {
        return "answer/" + run.key();
    }
}
