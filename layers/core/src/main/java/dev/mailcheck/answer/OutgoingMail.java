package dev.mailcheck.answer;

/**
 * A mail that is ready to be handed over. Its return path is the null sender (RFC 3834, section
 * 3.3), so that nothing ever comes back.
 *
 * @param run the key of the run that it tells of; there is one mail for a run at most
 * @param content with CRLF line ends
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and never changed
public record OutgoingMail(String run, String to, byte[] content) {}
