"""The SMART app: an EHR launches it, it shows the visit's notes, improves one, and writes what a clinician approved.

`launching` is how a session begins and `guard` how each request proves that it belongs to one; `client` speaks to the
EHR, `reading` finds notes, `record` shapes what is written and `writing` writes it. The original is never changed: no
request here updates or deletes anything. A session is kept in memory alone, with the EHR's token, hashes and versions,
and no text.
"""
