include!("../prelude.rs");

pub async fn run() {
    let token = make(1);
    tick().await;
    (|| eat(token))();
}
