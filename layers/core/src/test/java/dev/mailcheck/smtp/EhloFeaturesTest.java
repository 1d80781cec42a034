package dev.mailcheck.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class EhloFeaturesTest {
    private static EhloFeatures of(String... lines) {
        return EhloFeatures.of(new SmtpReply(250, List.of(lines)));
    }

    @Test
    void theFirstLineIsNoOffer() {
        assertThat(of("STARTTLS").parameters()).isEmpty();
    }

    @Test
    void keywordsComeWithTheirParameters() {
        assertThat(
                        of("mx.example Hello", "STARTTLS", "SIZE 52428800", "AUTH PLAIN LOGIN")
                                .parameters())
                .isEqualTo(Map.of("STARTTLS", "", "SIZE", "52428800", "AUTH", "PLAIN LOGIN"));
    }

    @Test
    void keywordsAreReadInAnyCase() {
        assertThat(of("mx", "StartTls").offers("STARTTLS")).isTrue();
    }

    @Test
    void anEqualsSignIsTakenForABlank() {
        assertThat(of("mx", "AUTH=LOGIN").parametersOf("AUTH")).contains("LOGIN");
    }

    @Test
    void ofAKeywordThatComesTwiceTheFirstCounts() {
        assertThat(of("mx", "SIZE 1", "SIZE 2").parametersOf("SIZE")).contains("1");
    }

    @Test
    void linesThatAreNoOfferArePassedOver() {
        assertThat(of("mx", "", "***", "XXXXXXXA\\x00", "8BITMIME").parameters())
                .containsOnlyKeys("8BITMIME");
    }

    @Test
    void aRefusalOffersNothing() {
        assertThat(EhloFeatures.of(new SmtpReply(502, List.of("no", "STARTTLS"))).parameters())
                .isEmpty();
    }

    @Test
    void theEnhancedStatusIsReadFromTheFirstLine() {
        assertThat(new SmtpReply(550, List.of("5.7.1 no")).enhancedStatus()).contains("5.7.1");
        assertThat(new SmtpReply(550, List.of("5.7.1")).enhancedStatus()).contains("5.7.1");
        assertThat(new SmtpReply(550, List.of("no 5.7.1")).enhancedStatus()).isEmpty();
        assertThat(new SmtpReply(550, List.of("5.7.1.2 no")).enhancedStatus()).isEmpty();
    }
}
