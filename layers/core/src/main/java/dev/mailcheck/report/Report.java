package dev.mailcheck.report;

import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.Level;
import dev.mailcheck.check.ProposedRecord;
import dev.mailcheck.check.Status;
import dev.mailcheck.grade.Grade;
import dev.mailcheck.grade.NotTested;

import io.avaje.jsonb.Json;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * A report as the outside sees it: the JSON of contract.md, section 2, component by component.
 * Readers ignore fields they do not know; within {@code mailcheck-report/1} there are only
 * additions. Null components are left out of the JSON.
 *
 * @param authenticationResults of a mail: what was found, as the value of an Authentication-Results
 *     field (RFC 8601, section 2.2)
 * @param lab true where private targets were allowed or the sample world was checked; else null
 */
@Json
public record Report(
        String schema,
        String id,
        String kind,
        String domain,
        String startedAt,
        String finishedAt,
        String tool,
        String rules,
        @Nullable Boolean lab,
        Grade grade,
        Grade gradeSoFar,
        boolean provisional,
        int score,
        int scoreCoverage,
        List<NotTested> notTested,
        VantageView vantage,
        List<Outlook> outlook,
        List<StrictSender> strictSenders,
        @Nullable MailView mail,
        @Nullable String authenticationResults,
        List<CheckView> checks) {
    /** The same without what was seen, which is most of it: for where there is little room. */
    public Report withoutEvidence() {
        return new Report(
                schema,
                id,
                kind,
                domain,
                startedAt,
                finishedAt,
                tool,
                rules,
                lab,
                grade,
                gradeSoFar,
                provisional,
                score,
                scoreCoverage,
                notTested,
                vantage,
                outlook,
                strictSenders,
                mail,
                authenticationResults,
                checks.stream().map(CheckView::withoutEvidence).toList());
    }

    /**
     * Of a report on a mail: whose it says it is, and how it came. What is not known is left out.
     *
     * @param from the addresses of From, without names
     * @param mailFrom empty text: the null sender
     * @param clientName the name that leads to the address and back
     * @param encrypted how it came into {@code receivedBy}
     * @param tls version and cipher
     * @param receiverSaw what the trusted receiver itself found, as "spf=pass"
     * @param forwarded signs that it did not come straight from its sender
     */
    @Json
    public record MailView(
            List<String> from,
            @Nullable String mailFrom,
            @Nullable String clientIp,
            @Nullable String clientName,
            @Nullable String helo,
            @Nullable Boolean encrypted,
            @Nullable String tls,
            @Nullable String receivedBy,
            List<String> receiverSaw,
            List<String> forwarded) {}

    /** From where the check looked (contract: vantage first). */
    @Json
    public record VantageView(String port25, boolean ipv6, String resolver, String ehlo) {}

    /**
     * The next break that can be foreseen.
     *
     * @param days whole days from the time that is judged by
     */
    @Json
    public record Outlook(String event, String subject, String at, long days) {}

    /**
     * What a sender that insists on TLS would do at this address today: delivers, refuses, or none
     * where the domain publishes no such rule. A word is missing where that is not known.
     */
    @Json
    public record StrictSender(
            String mx,
            String address,
            @Nullable String mtaSts,
            @Nullable String dane,
            String why) {}

    /** One check. */
    @Json
    public record CheckView(
            CheckId id,
            Status status,
            Level level,
            long elapsedMillis,
            List<FindingView> findings,
            Map<String, Object> evidence) {
        CheckView withoutEvidence() {
            return new CheckView(id, status, level, elapsedMillis, findings, Map.of());
        }
    }

    /** One finding, in the language of the report. */
    @Json
    public record FindingView(
            String code,
            Status status,
            Level level,
            String subject,
            Map<String, String> arguments,
            String message,
            @Nullable Fix fix,
            String reference) {}

    /**
     * What to do, and the record to publish where one follows from what was seen.
     *
     * @param file the text of a file to serve on the web, to be copied as it stands
     */
    @Json
    public record Fix(String text, @Nullable ProposedRecord record, @Nullable String file) {}
}
