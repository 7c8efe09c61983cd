include!("../prelude.rs");

pub async fn run() {
    let token = make(1);
    let done = async move {
        tick().await;
        eat(token);
    };
    eat(token); //~ E0382
    done.await;
}
