package dev.touchstone.judge.jury;

/** Numbers that tell by a check digit whether they are what they look like. */
final class CheckDigits {

    private CheckDigits() {
    }

    /** 13 to 19 digits under the rule of ISO/IEC 7812 (Luhn's), and not one digit over and over. */
    static boolean isPaymentCard(String written) {
        String digits = digits(written);
        int sum = 0;
        for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
            int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
            sum += fromRight % 2 == 0 ? digit : digit / 5 + 2 * digit % 10;
        }
        return digits.length() >= 13 && digits.length() <= 19 && sum % 10 == 0 && varies(digits);
    }

    /**
     * The Japanese individual number: eleven digits and a check digit (order no. 85 of 2014 of the Ministry of Internal Affairs
     * and Communications, article 5).
     */
    static boolean isMyNumber(String written) {
        String digits = digits(written);
        if (digits.length() != 12 || !varies(digits)) {
            return false;
        }
        int sum = 0;
        for (int place = 0; place < 11; place++) {
            sum += (digits.charAt(10 - place) - '0') * (place < 6 ? place + 2 : place - 4);
        }
        int rest = sum % 11;
        return digits.charAt(11) - '0' == (rest <= 1 ? 0 : 11 - rest);
    }

    private static String digits(String written) {
        return written.replaceAll("\\D", "");
    }

    private static boolean varies(String digits) {
        return digits.chars().distinct().count() > 1;
    }
}
