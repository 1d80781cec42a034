package dev.mailcheck.probe;

/**
 * What one probe saw: plain data with its evidence, nothing judged. It serialises to JSON, so it
 * can be stored, replayed and judged again. Names of its components are the names in the report's
 * {@code evidence}. In JSON it stands under its simple class name.
 */
public sealed interface Observation
        permits AnswerDeliveryObservation,
                BimiObservation,
                CaaObservation,
                ClientListsObservation,
                ClientNameObservation,
                DaneObservation,
                DkimObservation,
                DmarcObservation,
                DnssecObservation,
                DnsblObservation,
                EgressObservation,
                FormObservation,
                HeloObservation,
                Ipv6Observation,
                LinksObservation,
                MailDmarcObservation,
                MailObservation,
                MailSpfObservation,
                MtaStsObservation,
                MxObservation,
                ResolverObservation,
                ReverseDnsObservation,
                SignaturesObservation,
                SmtpObservation,
                SpfObservation,
                TlsOnlyArrivalObservation,
                TlsRptObservation,
                UriblObservation,
                ZoneObservation,
                ProbeFailure {}
