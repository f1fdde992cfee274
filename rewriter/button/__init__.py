"""The button: the service that an EHR's "improve note" button asks. Needs the extra `serve`.

`app.create_app` puts it together. What a request says goes one way: `shield` (size, time, headers, what is logged),
`access` (who asks), `api` (the routes), `room` and `pace` (how many at once, how often), `drive` (the model and the
record of it), `pool` (reading and judging, in processes of their own). No text of a note is kept, logged or counted.
"""
