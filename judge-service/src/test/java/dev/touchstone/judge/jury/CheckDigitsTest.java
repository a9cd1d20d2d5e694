package dev.touchstone.judge.jury;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckDigitsTest {

    @ParameterizedTest
    @CsvSource({ "4242424242424242, true", "4242-4242-4242-4241, false", "378282246310005, true", "0000000000000000, false",
            "5555 5555 5555 4444, true", "4242, false" })
    void aPaymentCardIsKnownByItsSum(String number, boolean valid) {
        assertEquals(valid, CheckDigits.isPaymentCard(number));
    }

    @ParameterizedTest
    @CsvSource({ "123456789018, true", "1234 5678 9018, true", "123456789012, false", "000000000000, false",
            "12345678901, false" })
    void anIndividualNumberIsKnownByItsLastDigit(String number, boolean valid) {
        assertEquals(valid, CheckDigits.isMyNumber(number));
    }
}
