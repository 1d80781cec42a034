package dev.mailcheck.check;

import dev.mailcheck.smtp.SmtpReply;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a server means by its reply to a recipient who is not its own, or does not look so. Most
 * refusals say nothing about relaying: they are about us, about the sender, about the recipient's
 * domain, or about a mailbox.
 *
 * <p>Where a reply can mean two things it is taken for the one that proves less.
 */
enum RelayAnswer {
    ACCEPTED,
    /** It does not take mail for others. */
    RELAYING_DENIED,
    /** It knows no such mailbox, as if the address were one of its own. */
    NO_SUCH_MAILBOX,
    /** It does not take an address of this form. */
    MALFORMED,
    /** It is our address, our name or our reputation that it does not like. */
    ABOUT_US,
    ABOUT_SENDER,
    /** The recipient's domain is not good enough. */
    ABOUT_DOMAIN,
    /** It knows no way to the address, of whatever part of it. */
    UNROUTABLE,
    /** It asked another server, and tells what that one said. */
    HEARSAY,
    /** Perhaps later. */
    LATER,
    /** No, and no reason that can be told. */
    UNCLEAR;

    private static final Pattern HEARSAY_WORDS =
            Pattern.compile(
                    "\\bsaid:|undeliverable|verif\\w* (?:fail|error)|call-?(?:out|ahead|forward)"
                            + "|\\b(?:fail|unable|cannot|could not)\\w*.{0,15}\\bverif");

    private static final Pattern US =
            Pattern.compile(
                    "client host|\\byour (?:ip|host|address|(?:mail"
                        + " )?server|network|isp|name|domain)|sending (?:ip|host|server)|\\bip"
                        + " (?:address|name)|block(?:ed)? (?:by|using|because|due|for|list)|black"
                        + " ?list|deny"
                        + " ?list|\\blisted\\b|\\bdnsbl|\\brbl\\b|spam(?:haus|cop)?\\b|sorbs|reputation|reverse"
                        + " dns|\\br?dns (?:name|entry|record)|\\bptr\\b|\\brdns\\b|\\bhost"
                        + " ?name|\\b[eh][eh]lo\\b|dynamic|residential|dial-?up|open (?:mail"
                        + " )?(?:relay|proxy)|\\bvirus|\\babus|\\bbanned|too many");

    private static final Pattern SENDER =
            Pattern.compile(
                    "\\bsender(?:'s)? (?:address|domain|verif|reject|unknown|denied|host|polic|not"
                        + " exist|does)|\\b(?:bad|invalid|unknown|unverified)"
                        + " sender|\\bspf\\b|\\bdmarc\\b|\\bdkim\\b|reverse-?path|return-?path|\\bfrom"
                        + " address|mail from\\b");

    private static final Pattern DOMAIN =
            Pattern.compile(
                    "domain (?:name )?(?:not found|does ?n[o']t (?:exist|resolve)|does not"
                            + " (?:exist|resolve)|unknown|has no)|(?:no such|unknown|invalid|bad)"
                            + " (?:destination )?(?:domain|host)|host (?:or domain )?(?:name )?"
                            + "(?:not found|unknown)|\\bno mx\\b|null ?mx|mx (?:record|host|lookup)"
                            + "|un ?resolv|no route|dns (?:error|lookup|fail)"
                            + "|recipient'?s? domain|(?:find|resolve|locate)\\b.{0,20}"
                            + "\\b(?:domain|host|mx)\\b");

    /** Also where it is a table of recipients to relay to that does not know it. */
    private static final Pattern UNKNOWN_IN_TABLE =
            Pattern.compile("unknown in \\w+ \\w+ ?\\w* table");

    private static final Pattern NO_WAY = Pattern.compile("unroute?able|cannot route");

    private static final Pattern RELAY = Pattern.compile("\\brelay(?:s|ed|ing)?\\b");

    private static final Pattern FOR_NOW = Pattern.compile("temporar|later|\\btry");

    private static final Pattern DENIED =
            Pattern.compile(
                    "\\bnot?\\b|n't\\b|\\bnon-|cannot|unable|den(?:y|ied)|reject|refus|prohibit"
                            + "|forbid|disallow|disabled|restrict|block|authenticat|\\bauth\\b|only"
                            + "|fail|error|attempt|never");

    /** Said in other words. */
    private static final Pattern NOT_FOR_OTHERS =
            Pattern.compile(
                    "rcpthosts|\\bnon-?local\\b|non-accepted domain|\\bnot (?:a |an"
                            + " )?local(?:ly)?\\b|user not local|(?:does|do|did|will|can) ?n[o']t"
                            + " (?:accept|handle|receive|take|host|serve) (?:e?-?mails?|messages?)"
                            + " (?:for|to) (?:this|that|the|your|other)? ?"
                            + "(?:domain|address|recipient|host|$)|domain (?:is )?not"
                            + " (?:hosted|handled|served|accepted|allowed|local|ours)|not"
                            + " (?:hosted|handled|served|accepted) (?:here|by|on)\\b|not (?:one of"
                            + " )?our (?:customer|domain|user)|delivery (?:is )?not"
                            + " (?:allowed|authori[sz]ed|permitted)|not"
                            + " (?:allowed|permitted|authori[sz]ed) to send|cannot deliver mail"
                            + " for|recipient address rejected: access denied");

    /** The server lets known users do what we are refused. */
    private static final Pattern FOR_USERS =
            Pattern.compile(
                    "authentication (?:is )?(?:required|needed|first)|\\bauth (?:is"
                        + " )?(?:required|first)|(?:must|need to|please|requires?)(?: be| use)?(?:"
                        + " smtp)? (?:auth\\b|authenticat)|not authenticated|log ?in (?:is"
                        + " )?(?:first|required)");

    private static final Pattern MAILBOX =
            Pattern.compile(
                    "no such|no mailbox|no"
                        + " valid|\\b(?:user|recipient|mailbox|account|address|person)\\b.{0,20}\\b(?:unknown|not"
                        + " found|unavailable|invalid|rejected|exist|disabled|not known|not"
                        + " available|inactive)|(?:unknown|invalid|bad|not a valid)"
                        + " (?:user|recipient|mailbox|account|local|address|destination mailbox)");

    private static final Pattern FORM =
            Pattern.compile(
                    "syntax|malformed|illegal|restricted char|invalid (?:char|format)|unqualified"
                            + "|must (?:contain|have|be) |(?:domain|user address) (?:name )?"
                            + "(?:required|missing)|fully.qualified|not rfc|\\bparse|source.?rout"
                            + "|percent|bang path");

    private static final Set<String> STATUS_SENDER =
            Set.of(
                    "1.7", "1.8", "7.20", "7.21", "7.22", "7.23", "7.24", "7.26", "7.27", "7.28",
                    "7.29", "7.509", "7.515");
    private static final Set<String> STATUS_US = Set.of("7.25", "7.606", "7.708");
    private static final Set<String> STATUS_DOMAIN = Set.of("1.2", "1.10", "4.4", "4.0");
    private static final Set<String> STATUS_MAILBOX = Set.of("1.0", "1.1", "1.6", "2.0", "2.1");
    private static final Set<String> STATUS_FORM = Set.of("1.3", "5.2", "5.4");

    /**
     * Reads a reply to RCPT. That a server names our address beside its refusal to relay takes
     * nothing from that; without a word on relaying, the address is the reason.
     *
     * @param ours our own addresses
     */
    static RelayAnswer of(SmtpReply reply, Set<String> ours) {
        if (reply.positive()) {
            return ACCEPTED;
        }
        RefusalText refusal = RefusalText.of(reply);
        return reply.permanent() ? permanent(reply.code(), refusal, ours) : soft(reply, refusal);
    }

    /** Some set-ups of Postfix deny relaying with 454 4.7.1, for whoever may mend them in time. */
    private static RelayAnswer soft(SmtpReply reply, RefusalText refusal) {
        boolean policy = reply.code() == 454 || refusal.status().equals("7.1");
        boolean denied =
                reply.isTransient()
                        && policy
                        && !refusal.says(US)
                        && !refusal.says(HEARSAY_WORDS)
                        && !refusal.says(FOR_NOW)
                        && refusal.says(RELAY)
                        && refusal.says(DENIED);
        return denied ? RELAYING_DENIED : LATER;
    }

    private static RelayAnswer permanent(int code, RefusalText refusal, Set<String> ours) {
        for (Reading reading : READINGS) {
            if (refusal.says(reading.words())) {
                return reading.answer();
            }
        }
        if (isAboutRelaying(refusal) || code == 551) {
            return RELAYING_DENIED;
        }
        return ours.stream().anyMatch(refusal::names) ? ABOUT_US : byStatus(code, refusal);
    }

    private static boolean isAboutRelaying(RefusalText refusal) {
        return (refusal.says(RELAY) && refusal.says(DENIED))
                || refusal.says(NOT_FOR_OTHERS)
                || refusal.says(FOR_USERS);
    }

    /** Words that prove nothing, though others beside them might. */
    private record Reading(Pattern words, RelayAnswer answer) {}

    private static final List<Reading> READINGS =
            List.of(
                    new Reading(HEARSAY_WORDS, HEARSAY),
                    new Reading(US, ABOUT_US),
                    new Reading(SENDER, ABOUT_SENDER),
                    new Reading(DOMAIN, ABOUT_DOMAIN),
                    new Reading(UNKNOWN_IN_TABLE, NO_SUCH_MAILBOX),
                    new Reading(NO_WAY, UNROUTABLE));

    private static RelayAnswer byStatus(int code, RefusalText refusal) {
        String status = refusal.status();
        if (STATUS_SENDER.contains(status)) {
            return ABOUT_SENDER;
        }
        if (STATUS_US.contains(status)) {
            return ABOUT_US;
        }
        if (STATUS_FORM.contains(status) || refusal.says(FORM) || code == 501 || code == 555) {
            return MALFORMED;
        }
        if (STATUS_MAILBOX.contains(status) || refusal.says(MAILBOX)) {
            return NO_SUCH_MAILBOX;
        }
        return STATUS_DOMAIN.contains(status) || code == 556 ? ABOUT_DOMAIN : UNCLEAR;
    }
}
