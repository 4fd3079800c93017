package dev.portway.graphclient.node;

/** Whether Meta has verified the business. Graph writes these in lower case. Source: Meta's SDK schema, 15 Apr 2026. */
public enum BusinessVerification {
    EXPIRED, FAILED, INELIGIBLE, NOT_VERIFIED, PENDING, PENDING_NEED_MORE_INFO, PENDING_SUBMISSION, REJECTED, REVOKED, VERIFIED
}
