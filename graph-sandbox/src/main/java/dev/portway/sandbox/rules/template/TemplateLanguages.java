package dev.portway.sandbox.rules.template;

import dev.portway.sandbox.refusal.ErrorRow;
import java.util.Set;

/**
 * The languages a template may be in. Documented: supported languages, 21 May 2026; upper and lower case count. Its 111 codes were held against the
 * lists that two published clients keep of it, which have the same. Assumed: the words of the refusal.
 */
final class TemplateLanguages {

    private static final Set<String> ALL = Set.of(
            ("af sq ar ar_AE ar_EG ar_LB ar_MA ar_QA az be_BY bn bn_IN bg ca zh_CN zh_HK zh_TW hr cs da prs_AF nl nl_BE en en_AE en_AU en_CA"
                    + " en_GB en_GH en_IE en_IN en_JM en_MY en_NZ en_QA en_SG en_UG en_US en_ZA et fil fi fr fr_BE fr_CA fr_CH fr_CI fr_MA"
                    + " ka de de_AT de_CH el gu ha he hi hu id ga it ja kn kk rw_RW ko ky_KG lo lv lt mk ms ml mr nb ps_AF fa pl pt_BR pt_PT"
                    + " pa ro ru sr si_LK sk sl es es_AR es_CL es_CO es_CR es_DO es_EC es_ES es_HN es_MX es_PA es_PE es_UY sw sv ta te th tr"
                    + " uk ur uz vi zu").split(" "));

    private TemplateLanguages() {}

    static void check(String language) {
        if (!ALL.contains(language)) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) Param language must be a supported language code - got \"" + language + "\".");
        }
    }
}
