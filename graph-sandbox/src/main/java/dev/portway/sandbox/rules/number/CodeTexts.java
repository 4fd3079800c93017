package dev.portway.sandbox.rules.number;

import java.util.Locale;

/**
 * What the phone gets. Documented: the SMS shows the digits as {@code 123-830}. Assumed: the wording, and that unknown languages fall back to
 * English.
 */
final class CodeTexts {

    private CodeTexts() {}

    static String written(String language, String digits) {
        String code = digits.substring(0, 3) + "-" + digits.substring(3);
        return switch (spokenIn(language)) {
            case "pt" -> "Seu código do WhatsApp Business é " + code + ". Não o compartilhe.";
            case "es" -> "Tu código de WhatsApp Business es " + code + ". No lo compartas.";
            default -> "Your WhatsApp Business code is " + code + ". Don't share it.";
        };
    }

    static String spoken(String language, String digits) {
        String code = String.join(", ", digits.split(""));
        return switch (spokenIn(language)) {
            case "pt" -> "Olá! Seu código de verificação é: " + code + ". Repetindo: " + code + ".";
            case "es" -> "¡Hola! Tu código de verificación es: " + code + ". Repito: " + code + ".";
            default -> "Hello! Your verification code is: " + code + ". Once more: " + code + ".";
        };
    }

    private static String spokenIn(String language) {
        return language.length() < 2 ? "en" : language.substring(0, 2).toLowerCase(Locale.ROOT);
    }
}
