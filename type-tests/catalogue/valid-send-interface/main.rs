include!("../prelude.rs");

struct Job {
    id: u32,
    name: Option<String>,
    parts: Vec<u32>,
}

fn submit(job: Job) {
    post(job);
}

pub fn run() {
    submit(Job { id: 1, name: None, parts: vec![1] });
}
