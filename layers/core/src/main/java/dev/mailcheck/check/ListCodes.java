package dev.mailcheck.check;

/**
 * The codes in which one check says what lists say; both checks of lists find the same things.
 *
 * @param grey for listings that need a look and are no fault: doubt, abuse by others
 * @param policy for addresses that should not send directly
 */
record ListCodes(
        FindingCode notKnown,
        FindingCode notListed,
        FindingCode listed,
        FindingCode minor,
        FindingCode grey,
        FindingCode policy,
        FindingCode subjectNotKnown,
        FindingCode listAnswers,
        FindingCode listSilent,
        FindingCode listRefuses,
        FindingCode listsEverything,
        FindingCode notAList,
        FindingCode codeUnknown,
        FindingCode withheld) {}
